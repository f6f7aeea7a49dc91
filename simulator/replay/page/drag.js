// Dragging with mouse, pen or finger.

/** Calls `move(event, dx, dy)` from press to release, and `tap(event)` at the release if the pointer hardly moved. */
function listenToDrag(element, { press, move, tap }) {
  let from = null;
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    from = { x: event.clientX, y: event.clientY, lastX: event.clientX, lastY: event.clientY, moved: false };
    element.setPointerCapture(event.pointerId);
    press?.(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (!from || !event.isPrimary) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4) from.moved = true;
    if (!from.moved) return;
    move?.(event, event.clientX - from.lastX, event.clientY - from.lastY);
    from.lastX = event.clientX;
    from.lastY = event.clientY;
  });
  element.addEventListener("pointerup", (event) => {
    if (!event.isPrimary) return;
    if (from && !from.moved) tap?.(event);
    from = null;
  });
  element.addEventListener("pointercancel", () => (from = null));
}
