#pragma once
/// Which rooms of a derived type are its own.

#include <array>
#include <string_view>
#include <type_traits>

#include "granary/model.hpp"

namespace granary {

/// A room by the name of its function in Rooms, and whether a derived type has its own.
struct RoomOwner {
    std::string_view room;
    bool replaced;
};

namespace detail {
template <auto Function>
struct Named {};

/// Whether two functions differ, told by type: a comparison of addresses is no constant under the
/// undefined-behaviour sanitizer.
template <auto First, auto Second>
inline constexpr bool replaced = !std::is_same_v<Named<First>, Named<Second>>;
}  // namespace detail

/// The rooms in their order, each with whether R replaces the shipped one.
template <class R>
constexpr auto room_owners() {
    using D = double;
    using detail::replaced;
    return std::to_array<RoomOwner>({
        {"harvest", replaced<&R::template harvest<D>, &Rooms::harvest<D>>},
        {"assessment", replaced<&R::template assessment<D>, &Rooms::assessment<D>>},
        {"access", replaced<&R::template access<D>, &Rooms::access<D>>},
        {"forbearance", replaced<&R::template forbearance<D>, &Rooms::forbearance<D>>},
        {"full_stores", replaced<&R::template full_stores<D>, &Rooms::full_stores<D>>},
        {"reporting", replaced<&R::template reporting<D>, &Rooms::reporting<D>>},
        {"belief", replaced<&R::template belief<D>, &Rooms::belief<D>>},
        {"procurement", replaced<&R::template procurement<D>, &Rooms::procurement<D>>},
        {"resale", replaced<&R::template resale<D>, &Rooms::resale<D>>},
        {"state_granary", replaced<&R::template state_granary<D>, &Rooms::state_granary<D>>},
        {"village", replaced<&R::template village<D>, &Rooms::village<D>>},
        {"nutrition", replaced<&R::template nutrition<D>, &Rooms::nutrition<D>>},
        {"vital_rates", replaced<&R::template vital_rates<D>, &Rooms::vital_rates<D>>},
        {"capital", replaced<&R::template capital<D>, &Rooms::capital<D>>},
        {"migration", replaced<&R::template migration<D>, &Rooms::migration<D>>},
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
