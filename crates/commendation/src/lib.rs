//! The domain: awards and who may give them, honorees, rounds of nominations, decisions, conferences, money.
//!
//! Pure: no I/O, no clock, no SQL, no layout. The law is data with dates and articles (`assets/catalogue`), read once
//! through [`Catalogue::bundled`].

mod agency;
mod award;
mod birth;
mod conference;
mod date;
mod honoree;
mod money;
mod round;
pub mod text;

pub use agency::{Agency, Power, Signatory};
pub use award::{Authority, AwardCategory, AwardKind, Catalogue};
pub use birth::BirthDate;
pub use conference::{Conference, Delegation};
pub use date::{long_date, short_date};
pub use honoree::{Gender, Honoree, HonoreeType};
pub use money::{BaseSalary, prize};
pub use round::{Nomination, NominationState, Round};
