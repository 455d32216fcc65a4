// What the service worker uses of its own world: the library of the DOM, which types the pages, does not have it.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown> | undefined): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}
interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: any;
  readonly ports: readonly MessagePort[];
}
interface WindowClient {
  readonly id: string;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}
interface ServiceWorkerGlobalScope {
  readonly COURSE: import("./offline/course.js").Listing;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: { type: "window"; includeUncontrolled?: boolean }): Promise<readonly WindowClient[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: ExtendableMessageEvent) => void): void;
}
