//! Conferences, awards and honorees.

use super::{AwardFile, DocumentBrief, LinkView, MergedBrief, UnitSpan};
use chrono::NaiveDate;
use commendation::{Authority, Conference, Honoree, HonoreeType, NominationState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// A conference in a list.
    pub struct ConferenceBrief {
        /// `conf-1`.
        id: String,
        /// Name.
        name: String,
        /// Date.
        date: Option<NaiveDate>,
        /// Place.
        place: String,
        /// Honours given at it.
        honours: u32,
        /// Papers drafted for it.
        documents: u32,
    }

    /// Filters for conferences.
    pub struct ConferenceFilter {
        /// Part of the name, marks optional; empty = all.
        text: String,
        /// In which order.
        order: ConferenceOrder,
        /// The other way round.
        reverse: bool,
        /// First row, from 0.
        from: u32,
        /// How many rows; at most 1,000.
        count: u32,
    }

    /// A page of conferences.
    pub struct ConferencePage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<ConferenceBrief>,
    }

    /// A page of the awards given at a conference, in legal order under what was given and by whom.
    pub struct HonourPage {
        /// How many there are.
        total: u32,
        /// This page of them.
        rows: Vec<AwardRow>,
        /// All of them, counted as they stand together.
        groups: Vec<HonourGroup>,
    }

    /// Awards of one kind by one authority.
    pub struct HonourGroup {
        /// Name of the kind as it was then.
        kind_name: String,
        /// Who conferred it.
        authority: Authority,
        /// How many.
        count: u32,
    }

    /// A conference with what is about it; the awards given at it come by themselves, a page at a time.
    pub struct ConferenceView {
        /// Identifier.
        id: String,
        /// Facts.
        conference: Conference,
        /// How many awards were given at it.
        honours: u32,
        /// Awards of its period, counted by authority and kind.
        figures: Vec<Figure>,
        /// Its papers.
        documents: Vec<DocumentBrief>,
        /// How many files it has.
        files: u32,
    }

    /// A count of awards of one kind.
    pub struct Figure {
        /// Kind id.
        kind: String,
        /// Kind name as printed.
        name: String,
        /// Who confers.
        authority: Authority,
        /// To collectives.
        collectives: u32,
        /// To households.
        households: u32,
        /// To individuals.
        individuals: u32,
    }

    /// Makes or changes a conference.
    pub struct EditConference {
        /// None for a new one.
        id: Option<String>,
        /// Facts.
        conference: Conference,
    }

    /// An award in the archive.
    pub struct AwardRow {
        /// `award-7`.
        id: String,
        /// `hon-4`.
        honoree_id: String,
        /// Who, as named in the decision.
        honoree: Honoree,
        /// Kind id.
        kind: String,
        /// Kind name as it was then.
        kind_name: String,
        /// Who conferred it.
        authority: Authority,
        /// Achievement.
        achievement: String,
        /// Year it is listed under: of the decision's date, else of the period's end.
        year: Option<i32>,
        /// Period of the achievement, as printed: `2015 - 2020`.
        period: String,
        /// Decision number and symbol; empty when not known.
        decision: String,
        /// Decision date.
        date: Option<NaiveDate>,
        /// Document of this archive that conferred it.
        document: Option<String>,
        /// Conference where it was given.
        conference: Option<String>,
        /// Its name.
        conference_name: Option<String>,
        /// What became of the decision that conferred it: the award stays on record.
        became: Vec<LinkView>,
    }

    /// Records awards already decided by somebody, in one step.
    pub struct RecordAwards {
        /// Who.
        honoree: Honoree,
        /// Kind id.
        kind: String,
        /// How many awards of this kind (each its own record), at least 1.
        count: u32,
        /// Achievement.
        achievement: String,
        /// Period of the achievement.
        period: String,
        /// Decision number and symbol; empty when not known.
        decision: String,
        /// Decision date.
        date: Option<NaiveDate>,
        /// Conference where it was given.
        conference: Option<String>,
    }

    /// Filters for honorees.
    pub struct HonoreeFilter {
        /// Part of the name, marks optional; empty = all.
        text: String,
        /// Type.
        honoree_type: Option<HonoreeType>,
        /// First row, from 0.
        from: u32,
        /// How many rows.
        count: u32,
    }

    /// Honorees by given name.
    pub struct HonoreePage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<HonoreeBrief>,
    }

    /// An honoree in a list.
    pub struct HonoreeBrief {
        /// `hon-4`.
        id: String,
        /// Who, as last known.
        honoree: Honoree,
        /// Awards on record.
        awards: u32,
        /// The latest award in short.
        latest: String,
    }

    /// An honoree's page.
    pub struct HonoreeView {
        /// `hon-4`.
        id: String,
        /// Who, as last known.
        honoree: Honoree,
        /// Other spellings met.
        also_written: Vec<String>,
        /// Awards, newest first.
        awards: Vec<AwardRow>,
        /// Nominations under way.
        pending: Vec<PendingNomination>,
        /// How many files are attached.
        files: u32,
        /// Identity number, masked; empty when there is none.
        identity: String,
        /// The papers of the awards: the issued PDF, then scans.
        award_files: Vec<AwardFile>,
        /// Units over the years, as awards name them, the oldest first.
        units: Vec<UnitSpan>,
        /// Who was merged into this honoree.
        merged: Vec<MergedBrief>,
    }

    /// A nomination on an honoree's page.
    pub struct PendingNomination {
        /// Round id.
        round: String,
        /// Round name.
        round_name: String,
        /// Award kind name.
        kind_name: String,
        /// Year.
        year: i32,
        /// State.
        state: NominationState,
    }

    /// Changes an honoree's own data.
    pub struct EditHonoree {
        /// Identifier.
        id: String,
        /// Data.
        honoree: Honoree,
        /// Identity number; none leaves it as it is, empty takes it away.
        #[serde(default)]
        identity: Option<String>,
    }
}

wire_enum! {
    /// In which order conferences are listed.
    pub enum ConferenceOrder {
        /// Without a date first, then the newest.
        Newest,
        /// By name.
        Name,
        /// By date.
        Date,
        /// By how many awards were given.
        Honours,
    }
}
