//! What is printed when the program meets a fault of its own: where, and not with what. The message of a panic may quote
//! the text at hand, a name or a number, and whatever reads the error output keeps it.

use std::{
    panic::{self, PanicHookInfo},
    thread,
};

/// The thread of the window, by the name that Rust gives it.
const MAIN: Option<&str> = Some("main");

/// Puts the place of a fault on the error output instead of its message.
pub(crate) fn tell_places_only() {
    panic::set_hook(Box::new(|info| eprintln!("{}", place(info))));
}

/// With a window, whose error output nobody sees, a fault that ends the program is shown as well. Those of other threads do
/// not end it; whoever waits for them says so.
pub(crate) fn show_what_ends_the_program(show: fn(&str)) {
    panic::set_hook(Box::new(move |info| match thread::current().name() {
        MAIN => show(&place(info)),
        _ => eprintln!("{}", place(info)),
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    let at = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
    format!("Chương trình gặp lỗi bên trong{at}. Dữ liệu đã lưu không bị ảnh hưởng.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_fault_tells_its_place_and_not_the_text_at_hand() {
        let told = Arc::new(Mutex::new(String::new()));
        let before = panic::take_hook();
        let to = Arc::clone(&told);
        panic::set_hook(Box::new(move |info| {
            // Faults of tests that run beside this one are none of its business.
            if info.location().is_some_and(|at| at.file() == file!()) {
                *to.lock().expect("free") = place(info);
            }
        }));
        let name = "Nguyễn Thị Bí Mật";
        let outcome = panic::catch_unwind(|| panic!("not within a letter of {name}"));
        panic::set_hook(before);
        assert!(outcome.is_err(), "it panicked");
        let told = told.lock().expect("free").clone();
        assert!(told.contains("fault.rs:") && !told.contains("Nguy"), "{told}");
    }
}
