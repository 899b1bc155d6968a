declare module '*.yml' {
  const messages: Record<string, { message: string } | undefined>;
  export default messages;
}
