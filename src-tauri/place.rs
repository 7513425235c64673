//! Where the window opens: where it was last, but never out of sight. A monitor may be gone, or its scaling another.

use tauri::{LogicalSize, PhysicalPosition, PhysicalSize, WebviewWindow};

/// What the window needs inside its frame; it gets less only where the monitor has no more.
pub(crate) const LEAST: LogicalSize<f64> = LogicalSize { width: 1024.0, height: 640.0 };

/// Windows counts a frame to the window that is not seen, at its sides and below: so much of it may be out of sight.
const UNSEEN: f64 = if cfg!(windows) { 8.0 } else { 0.0 };

/// A rectangle of the screen, in its own dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

/// Moves and shrinks the window so that all of it is on one monitor, clear of the task bar. A window that fills its
/// monitor is left to the system.
pub(crate) fn keep_in_sight(window: &WebviewWindow) -> tauri::Result<()> {
    if window.is_maximized()? || window.is_fullscreen()? {
        return Ok(());
    }
    let monitors = window.available_monitors()?;
    let areas: Vec<Area> = monitors
        .iter()
        .map(|monitor| {
            let area = monitor.work_area();
            Area::new(area.position, area.size).wider((UNSEEN * monitor.scale_factor()).round() as i32)
        })
        .collect();
    let (outer, inner) = (window.outer_size()?, window.inner_size()?);
    // Some systems know the size of the frame only later, and say nothing at all until then.
    let outer = PhysicalSize { width: outer.width.max(inner.width), height: outer.height.max(inner.height) };
    let now = Area::new(window.outer_position()?, outer);
    let Some(clamped) = clamp(now, &areas) else { return Ok(()) };
    if (clamped.width, clamped.height) != (now.width, now.height) {
        // The system takes the size of what is inside the frame.
        let inside = |whole: i32, outer: u32, inner: u32| {
            whole.unsigned_abs().saturating_sub(outer - inner.min(outer))
        };
        let size = PhysicalSize {
            width: inside(clamped.width, outer.width, inner.width),
            height: inside(clamped.height, outer.height, inner.height),
        };
        let least: PhysicalSize<u32> = LEAST.to_physical(window.scale_factor()?);
        // A large monitor whose letters are twice the size has less room than the window needs.
        window.set_min_size(Some(PhysicalSize {
            width: least.width.min(size.width),
            height: least.height.min(size.height),
        }))?;
        window.set_size(size)?;
    }
    if (clamped.left, clamped.top) != (now.left, now.top) {
        window.set_position(PhysicalPosition { x: clamped.left, y: clamped.top })?;
    }
    Ok(())
}

impl Area {
    fn new(at: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Self {
        let side = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
        Self { left: at.x, top: at.y, width: side(size.width), height: side(size.height) }
    }

    /// The same with more on the left, on the right and below.
    fn wider(self, by: i32) -> Self {
        Self { left: self.left - by, width: self.width + 2 * by, height: self.height + by, ..self }
    }

    /// How much of it another one covers.
    fn shared(&self, other: &Area) -> i64 {
        let along = |from: i32, length: i32, other_from: i32, other_length: i32| {
            let end =
                (i64::from(from) + i64::from(length)).min(i64::from(other_from) + i64::from(other_length));
            (end - i64::from(from.max(other_from))).max(0)
        };
        along(self.left, self.width, other.left, other.width)
            * along(self.top, self.height, other.top, other.height)
    }
}

/// The window wholly inside the area that shows most of it, or the first when none shows any. None without an area.
fn clamp(window: Area, areas: &[Area]) -> Option<Area> {
    // Of equals the first, which is the system's main one.
    let best = areas.iter().rev().max_by_key(|area| area.shared(&window))?;
    let (width, height) = (window.width.min(best.width), window.height.min(best.height));
    Some(Area {
        left: window.left.clamp(best.left, best.left + best.width - width),
        top: window.top.clamp(best.top, best.top + best.height - height),
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn area(left: i32, top: i32, width: i32, height: i32) -> Area {
        Area { left, top, width, height }
    }

    const MAIN: Area = area(0, 0, 1920, 1040);
    const SECOND: Area = area(1920, 0, 1280, 984);

    #[test]
    fn a_window_in_sight_stays() {
        for window in [area(100, 80, 1280, 800), area(1920, 184, 1280, 800)] {
            assert_eq!(clamp(window, &[MAIN, SECOND]), Some(window));
        }
    }

    #[test]
    fn a_window_out_of_sight_comes_back_whole() {
        for (window, expected) in [
            // The second monitor is gone.
            (area(2400, 100, 1280, 800), area(640, 100, 1280, 800)),
            // Only a corner is left in sight, the title bar is not.
            (area(-1200, -60, 1280, 800), area(0, 0, 1280, 800)),
            // Under the task bar.
            (area(100, 900, 1280, 800), area(100, 240, 1280, 800)),
            // Larger than the monitor: the scaling was another.
            (area(-10, -10, 2560, 1600), MAIN),
        ] {
            assert_eq!(clamp(window, &[MAIN]), Some(expected), "{window:?}");
        }
        assert_eq!(
            clamp(area(3100, 50, 1280, 800), &[MAIN, SECOND]),
            Some(area(1920, 50, 1280, 800)),
            "nearest"
        );
        assert_eq!(clamp(area(0, 0, 1, 1), &[]), None);
    }
}
