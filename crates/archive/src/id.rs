//! Identifiers: the kind of thing and its number in the archive, written `round-1`, `doc-12`, `hon-40`.
//!
//! Numbers are never given twice, also not after the thing was removed.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

use crate::ArchiveError;

/// A kind of thing that has an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An honoree, `hon-4`.
    Honoree,
    /// A document, `doc-12`.
    Document,
    /// A conference, `conf-3`.
    Conference,
    /// A round, `round-1`.
    Round,
    /// An award, `award-7`.
    Award,
    /// A kept file, `file-2`.
    File,
    /// A nomination, `nom-9`.
    Nomination,
    /// A unit of the register, `unit-3`.
    Unit,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 8] = [
        Kind::Honoree,
        Kind::Document,
        Kind::Conference,
        Kind::Round,
        Kind::Award,
        Kind::File,
        Kind::Nomination,
        Kind::Unit,
    ];

    /// The word before the number.
    pub fn prefix(self) -> &'static str {
        match self {
            Kind::Honoree => "hon",
            Kind::Document => "doc",
            Kind::Conference => "conf",
            Kind::Round => "round",
            Kind::Award => "award",
            Kind::File => "file",
            Kind::Nomination => "nom",
            Kind::Unit => "unit",
        }
    }

    /// The table that holds it.
    pub(crate) fn table(self) -> &'static str {
        match self {
            Kind::Honoree => "honoree",
            Kind::Document => "document",
            Kind::Conference => "conference",
            Kind::Round => "round",
            Kind::Award => "award",
            Kind::File => "file",
            Kind::Nomination => "nomination",
            Kind::Unit => "unit",
        }
    }

    /// The kind whose table this is.
    pub(crate) fn of_table(table: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.table() == table)
    }
}

/// Any identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// What it is.
    pub kind: Kind,
    /// Its number.
    pub number: i64,
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.prefix(), self.number)
    }
}

impl FromStr for Id {
    type Err = ArchiveError;

    fn from_str(text: &str) -> Result<Self, ArchiveError> {
        let parsed = text.trim().split_once('-').and_then(|(prefix, number)| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.prefix() == prefix)?;
            let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            let number = if plain { number.parse().ok()? } else { return None };
            (number > 0).then_some(Id { kind, number })
        });
        parsed.ok_or_else(|| ArchiveError::BadId { text: text.to_owned() })
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.to_string()
    }
}

impl Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! typed_ids {
    ($($(#[$meta:meta])* $name:ident = $kind:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(
            /// Number in the archive.
            pub i64,
        );

        impl From<$name> for Id {
            fn from(id: $name) -> Id {
                Id { kind: Kind::$kind, number: id.0 }
            }
        }

        impl TryFrom<Id> for $name {
            type Error = ArchiveError;

            fn try_from(id: Id) -> Result<Self, ArchiveError> {
                if id.kind == Kind::$kind { Ok(Self(id.number)) } else { Err(ArchiveError::BadId { text: id.to_string() }) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Id::from(*self).fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ArchiveError;

            fn from_str(text: &str) -> Result<Self, ArchiveError> {
                text.parse::<Id>()?.try_into()
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }
    )*};
}

typed_ids! {
    /// `round-1`.
    RoundId = Round;
    /// `nom-9`.
    NominationId = Nomination;
    /// `hon-4`.
    HonoreeId = Honoree;
    /// `doc-12`.
    DocumentId = Document;
    /// `award-7`.
    AwardId = Award;
    /// `conf-3`.
    ConferenceId = Conference;
    /// `file-2`.
    FileId = File;
    /// `unit-3`.
    UnitId = Unit;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_print_and_parse_back() {
        for kind in Kind::ALL {
            let id = Id { kind, number: 40 };
            assert_eq!(id.to_string().parse::<Id>().ok(), Some(id), "what is printed must be readable again");
        }
        assert_eq!(
            "hon-4".parse::<HonoreeId>().ok(),
            Some(HonoreeId(4)),
            "typed identifiers read the same form"
        );
    }

    #[test]
    fn other_texts_are_refused() {
        for text in
            ["", "hon", "hon-", "hon-x", "hon--1", "hon-+1", "hon-0", "person-1", "hon-99999999999999999999"]
        {
            assert!(text.parse::<Id>().is_err(), "`{text}` names nothing in an archive");
        }
        assert!("doc-4".parse::<HonoreeId>().is_err(), "a document is no honoree");
    }
}
