/** What GLib says in Korean where no message bus answers ("Could not connect", "message bus" in its translation). */
export const noMessageBus: readonly string[] = ['연결할 수 없', '버스'];
