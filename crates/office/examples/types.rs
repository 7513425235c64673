fn main() {
    print!("{}", office::typescript());
}
