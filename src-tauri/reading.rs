//! Reads the arguments of the command line by its grammar: help and mistakes in Vietnamese, and files in the place of a
//! command.

use crate::arguments::Arguments;
use clap::{
    Arg, CommandFactory, FromArgMatches,
    error::{ContextKind, ContextValue, ErrorKind},
};
use office::wire::Problem;
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// What became of reading the arguments.
pub(crate) enum Read {
    /// They make sense.
    Asked(Box<Arguments>),
    /// Help or version: only to be printed.
    Told(String),
    /// They do not.
    Wrong {
        /// Whether the answer must be JSON.
        json: bool,
        /// Why.
        problem: Problem,
    },
}

/// Reads arguments that were given in a folder.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Read {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let json = arguments.iter().skip(1).take_while(|a| *a != "--").any(|a| a == "--json");
    let mut parsed = parse(&arguments);
    let mut files = Vec::new();
    while let Err(error) = &parsed
        && let Some((index, file)) = file_for_command(error, &arguments, folder)
    {
        arguments.remove(index);
        files.push(file);
        parsed = parse(&arguments);
    }
    match parsed.map(|asked| Arguments { files, ..asked }) {
        Ok(arguments) if arguments.json && arguments.command.is_none() => Read::Wrong {
            json,
            problem: usage("Thiếu lệnh: --json chỉ dùng kèm một lệnh.".to_owned()),
        },
        Ok(Arguments { files, command: Some(_), .. }) if !files.is_empty() => Read::Wrong {
            json,
            problem: usage(format!("Không hiểu “{}”: tệp và lệnh không đi cùng nhau.", files[0].display())),
        },
        Ok(arguments) => Read::Asked(Box::new(arguments)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Read::Told(error.to_string().replace("[OPTIONS]", "[TÙY CHỌN]"))
        }
        Err(error) => Read::Wrong { json, problem: usage(sentence(&error)) },
    }
}

fn parse(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = in_vietnamese(Arguments::command()).try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

/// Where a word that is no command stands, when it is a file that is there: so a double click gives one, the icon several.
fn file_for_command(error: &clap::Error, arguments: &[OsString], folder: &Path) -> Option<(usize, PathBuf)> {
    let word = match (error.kind(), error.get(ContextKind::InvalidSubcommand)) {
        (ErrorKind::InvalidSubcommand, Some(ContextValue::String(word))) => word,
        _ => return None,
    };
    let index = arguments.iter().skip(1).position(|argument| argument.to_string_lossy() == *word)? + 1;
    let file = folder.join(&arguments[index]);
    file.is_file().then_some((index, file))
}

const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}\n";

/// Gives clap's own words in Vietnamese, in every command.
fn in_vietnamese(command: clap::Command) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let worded = |arg: Arg| {
        let heading = if arg.is_positional() { "Tham số" } else { "Tùy chọn" };
        // clap's own `[default: …]` is English.
        let default = arg.get_default_values().first().and_then(|value| value.to_str()).unwrap_or_default();
        let help = match (arg.is_hide_default_value_set(), default, arg.get_help()) {
            (false, default, Some(help)) if !default.is_empty() => {
                Some(format!("{help}; không nêu thì {default}"))
            }
            _ => None,
        };
        let arg = match help {
            Some(help) => arg.help(help).hide_default_value(true),
            None => arg,
        };
        arg.help_heading(heading)
    };
    let mut command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Lệnh")
        .subcommand_value_name("LỆNH")
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(clap::ArgAction::Help).help("In hướng dẫn này"))
        .mut_args(worded);
    if !names.is_empty() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(clap::ArgAction::Version)
                .help("In số phiên bản")
                .help_heading("Tùy chọn"),
        );
    }
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, in_vietnamese))
}

fn usage(message: String) -> Problem {
    Problem::new("usage", message).hint("bang-vang --help và bang-vang LỆNH --help cho biết cách viết.")
}

/// A usage error as a Vietnamese sentence.
fn sentence(error: &clap::Error) -> String {
    let of = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(all) => all.join(", "),
            value => value.to_string(),
        })
    };
    let argument = of(ContextKind::InvalidArg).unwrap_or_default();
    let mut sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => match of(ContextKind::InvalidSubcommand).unwrap_or_default() {
            // What the desktop gives is a whole path; it may be gone, or a folder.
            path if Path::new(&path).has_root() => format!("Không có tệp “{path}”."),
            word => format!("Không có lệnh “{word}”."),
        },
        ErrorKind::UnknownArgument => format!("Không hiểu “{argument}”."),
        ErrorKind::MissingRequiredArgument => format!("Còn thiếu: {argument}."),
        ErrorKind::MissingSubcommand => "Còn thiếu lệnh.".to_owned(),
        ErrorKind::ArgumentConflict => match of(ContextKind::PriorArg) {
            Some(prior) if prior != argument => format!("Không dùng {argument} cùng với {prior}."),
            _ => format!("{argument} chỉ được nêu một lần."),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match of(ContextKind::InvalidValue) {
            Some(value) if !value.is_empty() => format!("Giá trị “{value}” của {argument} không hợp lệ."),
            _ => format!("{argument} còn thiếu giá trị."),
        },
        ErrorKind::InvalidUtf8 => "Có tham số chứa ký tự không đọc được (không phải UTF-8).".to_owned(),
        _ => error.to_string(),
    };
    let near = |kind| match error.get(kind)? {
        // The likeliest comes last.
        ContextValue::Strings(all) => all.last().cloned(),
        value => Some(value.to_string()),
    };
    if let Some(near) = near(ContextKind::SuggestedSubcommand).or_else(|| near(ContextKind::SuggestedArg)) {
        sentence.push_str(&format!(" Có phải là “{near}”?"));
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(words: &[&str]) -> Read {
        let words = std::iter::once("bang-vang").chain(words.iter().copied()).map(OsString::from);
        read(words, Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    fn complaint(words: &[&str]) -> String {
        match reading(words) {
            Read::Wrong { problem, .. } => problem.message,
            Read::Asked(asked) => panic!("accepted: {asked:?}"),
            Read::Told(text) => panic!("told: {text}"),
        }
    }

    #[test]
    fn the_grammar_holds() {
        in_vietnamese(Arguments::command()).debug_assert();
    }

    #[test]
    fn options_stand_before_or_after_the_command() {
        for words in [["--json", "--archive", "k", "documents"], ["documents", "--archive", "k", "--json"]] {
            match reading(&words) {
                Read::Asked(asked) => assert!(asked.json && asked.archive == Some("k".into()), "{asked:?}"),
                _ => panic!("refused: {words:?}"),
            }
        }
    }

    #[test]
    fn a_file_in_the_place_of_a_command_opens_the_window_with_it() {
        match reading(&["--archive", "k", "Cargo.toml"]) {
            Read::Asked(asked) => {
                assert_eq!(asked.files, [Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")]);
                assert!(asked.archive == Some("k".into()) && asked.command.is_none(), "{asked:?}");
            }
            _ => panic!("refused"),
        }
        match reading(&["Cargo.toml", "README.md"]) {
            Read::Asked(asked) => assert_eq!(asked.files.len(), 2, "as many as were let go on the icon"),
            _ => panic!("refused"),
        }
        assert!(complaint(&["Cargo.toml", "documents"]).contains("không đi cùng nhau"));
        assert!(complaint(&["--json", "Cargo.toml"]).starts_with("Thiếu lệnh"));
        assert!(
            complaint(&["Cargo.tom"]).starts_with("Không có lệnh"),
            "a file that is not there is a mistake"
        );
        let gone = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.tom").display().to_string();
        assert!(complaint(&["Cargo.toml", &gone]).starts_with("Không có tệp"), "and told as a file");
    }

    #[test]
    fn every_command_has_help_in_vietnamese() {
        let command = in_vietnamese(Arguments::command());
        for name in command.get_subcommands().map(clap::Command::get_name) {
            match reading(&[name, "--help"]) {
                Read::Told(help) => {
                    assert!(help.contains("Cách dùng: bang-vang"), "{help}");
                    for english in ["Usage:", "Options:", "OPTIONS", "Arguments:", "Print "] {
                        assert!(!help.contains(english), "{english} in {help}");
                    }
                }
                _ => panic!("{name} has no help"),
            }
        }
    }

    #[test]
    fn mistakes_are_sentences() {
        assert_eq!(complaint(&["documnts"]), "Không có lệnh “documnts”. Có phải là “documents”?");
        assert!(
            complaint(&["import", "a.xlsx"]).starts_with("Còn thiếu: --round"),
            "{}",
            complaint(&["import", "a"])
        );
        assert!(complaint(&["draft"]).starts_with("Còn thiếu: "));
        assert!(complaint(&["draft", "x", "--round", "a", "--conference", "b"]).contains("cùng với"));
        assert!(complaint(&["issue", "doc-1", "--number", "1", "--date", "hôm nay"]).contains("“hôm nay”"));
        assert!(complaint(&["documents", "--jsn"]).starts_with("Không hiểu “--jsn”."));
        assert!(matches!(reading(&["--json", "nope"]), Read::Wrong { json: true, .. }));
    }
}
