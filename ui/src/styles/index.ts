/** The look of the window. Colours come from Fluent's theme, sizes are in rem, so that text may grow. */
import "./fonts.css";
import "./base.css";
import "./shell.css";
import "./parts.css";
import "./table.css";
import "./screens.css";
import "./editor.css";
import "./registers.css";
