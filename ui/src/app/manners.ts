/**
 * The window is a program's, not a browser's: what a web view would do by itself with the mouse is off. Keys are in
 * `shortcuts`, and the desktop's own settings of the web view are beside these.
 */
import { useEffect } from "react";
import { inTextField } from "../lib/keys";

/** The browser's menu has nothing for the officer but what a text field needs: cut, copy, paste. */
function onContextMenu(event: MouseEvent): void {
  if (!inTextField(event.target)) event.preventDefault();
}

/** The size of text is a setting. Two fingers on a touch pad come as Ctrl and the wheel. */
function onWheel(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

/** A file or a link that is let go over the page never takes its place. The desktop hands files over by itself. */
function onDrop(event: DragEvent): void {
  if (!inTextField(event.target)) event.preventDefault();
}

/** Keeps the browser's habits off for the whole window. */
export function useManners(): void {
  useEffect(() => {
    const passive = false;
    window.addEventListener("contextmenu", onContextMenu);
    window.addEventListener("wheel", onWheel, { passive });
    window.addEventListener("dragover", onDrop);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("contextmenu", onContextMenu);
      window.removeEventListener("wheel", onWheel);
      window.removeEventListener("dragover", onDrop);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
}
