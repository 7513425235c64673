//! Chance that repeats itself: the same seed gives the same archive on every machine.

/// SplitMix64: small, even, and the same everywhere. Not for secrets.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `bound`; 0 when that is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.next() % bound as u64) as usize }
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        least + self.below((most - least + 1).max(1) as usize) as i32
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, hundredths: u32) -> bool {
        self.next() % 100 < u64::from(hundredths)
    }

    /// One of them, each as likely.
    pub(crate) fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of them by weight.
    pub(crate) fn weighted<'a, T>(&mut self, of: &'a [(T, u32)]) -> &'a T {
        let total: u32 = of.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total as usize) as u32;
        for (value, weight) in of {
            if left < *weight {
                return value;
            }
            left -= weight;
        }
        &of[0].0
    }
}
