#pragma once
/// Which rooms of a derived type are its own.

#include <array>
#include <string_view>

#include "granary/model.hpp"

namespace granary {

struct RoomOwner {
    std::string_view room;
    bool replaced;
};

/// The rooms in their order, each with whether R replaces the shipped one.
template <class R>
constexpr auto room_owners() {
    using D = double;
    return std::to_array<RoomOwner>({
        {"harvest", &R::template harvest<D> != &Rooms::harvest<D>},
        {"reporting", &R::template reporting<D> != &Rooms::reporting<D>},
        {"belief", &R::template belief<D> != &Rooms::belief<D>},
        {"procurement", &R::template procurement<D> != &Rooms::procurement<D>},
        {"resale", &R::template resale<D> != &Rooms::resale<D>},
        {"state_granary", &R::template state_granary<D> != &Rooms::state_granary<D>},
        {"village", &R::template village<D> != &Rooms::village<D>},
        {"nutrition", &R::template nutrition<D> != &Rooms::nutrition<D>},
        {"vital_rates", &R::template vital_rates<D> != &Rooms::vital_rates<D>},
        {"capital", &R::template capital<D> != &Rooms::capital<D>},
        {"migration", &R::template migration<D> != &Rooms::migration<D>},
    });
}

/// Whether R is Rooms itself or replaces at least one of its functions.
template <class R>
consteval bool overrides_something() {
    if (std::is_same_v<R, Rooms>) return true;
    for (const auto& owner : room_owners<R>())
        if (owner.replaced) return true;
    return false;
}

}  // namespace granary
