/** Starts the window. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { newQueryClient } from "./app/data";
import "./styles";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App client={newQueryClient()} />
    </StrictMode>,
  );
}
