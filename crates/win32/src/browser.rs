//! Habits of the browser that a program's window must not have.

use webview2_com::Microsoft::Web::WebView2::Win32::{ICoreWebView2Controller, ICoreWebView2Settings3};
use windows_core::{Interface as _, Result};

/// Takes the browser's own keys away: reload, find, print, zoom, saving the page. Editing keys stay, and the page still
/// hears every key.
///
/// # Errors
/// The web view's own; one that is too old does not know this.
pub fn without_browser_keys(controller: &ICoreWebView2Controller) -> Result<()> {
    // SAFETY: calls of a live COM object on the thread that made it, which is the one that hands it out.
    unsafe {
        let settings = controller.CoreWebView2()?.Settings()?;
        settings.cast::<ICoreWebView2Settings3>()?.SetAreBrowserAcceleratorKeysEnabled(false)
    }
}
