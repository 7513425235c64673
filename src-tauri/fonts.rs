//! Where this PC keeps Times New Roman. Only looking and reading: whether a font may and can be used is judged by
//! `office`.

use std::{env, fs, path::PathBuf};

/// Regular, bold, italic, bold italic: as Windows names the files, and as the package of Microsoft's core fonts does.
const FILES: [[&str; 4]; 2] = [
    ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"],
    [
        "Times_New_Roman.ttf",
        "Times_New_Roman_Bold.ttf",
        "Times_New_Roman_Italic.ttf",
        "Times_New_Roman_Bold_Italic.ttf",
    ],
];

/// Every complete set of its four files, the user's own before the PC's.
pub(crate) fn times_new_roman() -> Vec<[Vec<u8>; 4]> {
    let mut sets = Vec::new();
    for folder in folders() {
        for [regular, bold, italic, bold_italic] in FILES {
            let read = |name: &str| fs::read(folder.join(name)).ok();
            let set = || Some([read(regular)?, read(bold)?, read(italic)?, read(bold_italic)?]);
            sets.extend(set());
        }
    }
    sets
}

/// Folders of fonts, the user's own first.
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if cfg!(windows) {
        folders.extend(dirs::data_local_dir().map(|data| data.join("Microsoft/Windows/Fonts")));
        folders.extend(env::var_os("WINDIR").map(|windows| PathBuf::from(windows).join("Fonts")));
    } else {
        folders.extend(dirs::font_dir());
        folders.extend(dirs::home_dir().map(|home| home.join(".fonts")));
        // Debian's ttf-mscorefonts-installer, Fedora's msttcore-fonts, Arch's ttf-ms-fonts.
        let of_packages = ["truetype/msttcorefonts", "msttcore", "TTF"];
        folders.extend(of_packages.iter().map(|package| PathBuf::from("/usr/share/fonts").join(package)));
    }
    folders
}
