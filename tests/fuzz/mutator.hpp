#pragma once
/// Damaged copies of scenario texts: a pure function of a seed and a number, so that any one of
/// millions can be made again alone.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace granary::fuzz {

class Mutator {
  public:
    /// `texts` are what is damaged; at least one.
    Mutator(std::vector<std::string> texts, std::uint64_t seed);

    /// The text of that number: one of the texts after one change or several.
    std::string mutant(std::uint64_t number) const;

  private:
    std::vector<std::string> texts_, tokens_;
    std::uint64_t seed_;
};

}  // namespace granary::fuzz
