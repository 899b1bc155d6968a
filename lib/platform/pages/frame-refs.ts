import { frameOfRef, listRefs, mapRefs } from '../../actions/ref-arguments';
import { findAction } from '../../actions/registry';
import type { PageAction } from '../../page/types';
import type { ActionCall } from '../../trajectories/action';
import type { Failure } from '../../trajectories/failure';
import type { FrameInfo } from '../../trajectories/observation';
import type { Target } from '../../trajectories/target';

/** Frames in which the element may be: the one its ref names, or those of the fingerprint's origin. */
export function framesFor(call: ActionCall, frames: FrameInfo[]): FrameInfo[] {
  const top = frames.filter((frame) => frame.frameId === 0);
  if (call.target) {
    const { frameOrigin } = call.target;
    return frameOrigin === undefined ? top : frames.filter((frame) => frame.origin === frameOrigin);
  }
  const { prefix, ref } = splitRef(call);
  return ref === undefined ? top : frames.filter((frame) => frame.prefix === prefix);
}

/** The first ref of a call: all of them are in one frame. */
export function splitRef(call: ActionCall): { prefix: string; ref: string | undefined } {
  const definition = findAction(call.name);
  const ref = call.args['ref'] ?? (definition && listRefs(definition, call.args)[0]);
  if (typeof ref !== 'string') return { prefix: '', ref: undefined };
  return { prefix: frameOfRef(ref), ref: withoutFrame(ref) };
}

function withoutFrame(ref: string): string {
  return ref.slice(frameOfRef(ref).length);
}

/** The call as the page takes it: its refs without the prefix of the frame, the first of them as `ref`. */
export function actionOf(call: ActionCall): PageAction {
  const definition = findAction(call.name);
  const args = definition ? mapRefs(definition, call.args, withoutFrame) : call.args;
  const { ref } = splitRef(call);
  return { ...args, ...(ref === undefined ? {} : { ref }), name: call.name };
}

export function inOwnFrame(target: Target): Target {
  return { ...target, ref: withoutFrame(target.ref) };
}

export function staleFrame(call: ActionCall): { ok: false; failure: Failure } {
  const message = `The frame of ${String(call.args['ref'] ?? 'the element')} is gone; use refs of the newest observation.`;
  return { ok: false, failure: { code: 'stale-ref', message } };
}
