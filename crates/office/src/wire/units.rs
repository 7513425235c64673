//! Units over the years, and the agency's own profile over the years.

use super::AwardRow;
use chrono::NaiveDate;
use commendation::Agency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// Asks for units or for texts, a page at a time.
    pub struct UnitFilter {
        /// Part of any of their names, marks optional; empty = all.
        text: String,
        /// First row, from 0.
        from: u32,
        /// How many rows.
        count: u32,
    }

    /// Units of the register.
    pub struct Units {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<UnitBrief>,
    }

    /// A unit in a list.
    pub struct UnitBrief {
        /// `unit-3`.
        id: String,
        /// Its name now, or its last one.
        name: String,
        /// Former names and other writings.
        also: Vec<String>,
        /// Since when it is no more.
        ended: Option<NaiveDate>,
        /// How many records name it.
        uses: u32,
    }

    /// Texts on record that no unit of the register is called.
    pub struct UnitTexts {
        /// How many.
        total: u32,
        /// This page of them, the most used first.
        rows: Vec<UnitText>,
    }

    /// A text that stands for a unit.
    pub struct UnitText {
        /// As written.
        text: String,
        /// How many honorees, nominations and awards have it.
        uses: u32,
    }

    /// A unit's page.
    pub struct UnitView {
        /// `unit-3`.
        id: String,
        /// Its name now, or its last one.
        name: String,
        /// The officer's note.
        note: String,
        /// Its names, oldest first, then other writings.
        names: Vec<UnitName>,
        /// Units that became part of it.
        before: Vec<UnitLink>,
        /// Units that followed it.
        after: Vec<UnitLink>,
        /// What is on record under each text.
        periods: Vec<UnitPeriod>,
        /// Collectives on record that are this unit or one before it.
        collectives: Vec<NamedThing>,
    }

    /// A name of a unit.
    pub struct UnitName {
        /// Number of the entry.
        entry: i64,
        /// The name.
        name: String,
        /// False for another way of writing it.
        official: bool,
        /// First day; none = as long as known.
        from: Option<NaiveDate>,
        /// First day of the next name; none = still.
        to: Option<NaiveDate>,
    }

    /// A unit before or after another.
    pub struct UnitLink {
        /// Number of the entry.
        entry: i64,
        /// `unit-3`.
        unit: String,
        /// Its name.
        name: String,
        /// Since when.
        day: NaiveDate,
    }

    /// What is on record under one text.
    pub struct UnitPeriod {
        /// As written.
        text: String,
        /// The unit that had this name.
        unit: String,
        /// First year of its awards.
        first: Option<i32>,
        /// Last year of them.
        last: Option<i32>,
        /// Awards to people of it.
        awards: u32,
        /// Honorees whose unit it is, as last known.
        honorees: u32,
    }

    /// Something by identifier and name.
    pub struct NamedThing {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
    }

    /// Awards, a page of them.
    pub struct AwardPage {
        /// How many there are.
        total: u32,
        /// This page of them.
        rows: Vec<AwardRow>,
    }

    /// Puts a unit into the register.
    pub struct NewUnit {
        /// Its name.
        name: String,
        /// Since when; none = as long as known.
        from: Option<NaiveDate>,
        /// A note: the decision that made it.
        note: String,
    }

    /// A unit is called otherwise from a day on.
    pub struct RenameUnit {
        /// `unit-3`.
        id: String,
        /// The new name.
        name: String,
        /// From which day.
        day: NaiveDate,
    }

    /// Units become others from a day on: several into one is a merger, one into several a split. One that is on both
    /// sides goes on.
    pub struct SucceedUnits {
        /// Identifiers, or names of units to be put into the register, of those before.
        before: Vec<String>,
        /// The same of those after.
        after: Vec<String>,
        /// From which day.
        day: NaiveDate,
    }

    /// Takes a text as another way of writing a unit.
    pub struct PutUnitText {
        /// The text.
        text: String,
        /// `unit-3`.
        unit: String,
    }

    /// Corrects a name of a unit and its days.
    pub struct EditUnitName {
        /// Number of the entry.
        entry: i64,
        /// The name.
        name: String,
        /// First day.
        from: Option<NaiveDate>,
        /// First day of the next name.
        to: Option<NaiveDate>,
    }

    /// One entry of a unit, by number.
    pub struct UnitEntry {
        /// Number of the entry.
        entry: i64,
    }

    /// Changes the note about a unit.
    pub struct NoteUnit {
        /// `unit-3`.
        id: String,
        /// The note.
        note: String,
    }

    /// What to offer while a unit is typed.
    pub struct OfferUnits {
        /// What was typed so far.
        text: String,
        /// At most how many.
        count: u32,
    }

    /// The agency's profile as it was from a day on.
    pub struct DatedAgency {
        /// From which day.
        from: NaiveDate,
        /// The profile.
        agency: Agency,
    }

    /// One day.
    pub struct OneDay {
        /// The day.
        day: NaiveDate,
    }

    /// A unit of an honoree over some years, as awards name it.
    pub struct UnitSpan {
        /// As written.
        text: String,
        /// The unit of the register.
        unit: Option<String>,
        /// First year.
        first: Option<i32>,
        /// Last year; none = now.
        last: Option<i32>,
    }

    /// The paper of an award.
    pub struct AwardFile {
        /// `award-7`.
        award: String,
        /// The issued PDF or a scan.
        file: super::FileBrief,
    }
}
