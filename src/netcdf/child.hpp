#pragma once
/// Work that may crash or not end, done where it does no harm.

#include <functional>
#include <string>

namespace granary::netcdf {

/// What `act` returns, called in a child process that may take ten seconds of the processor, a
/// minute of the clock and a gigabyte more memory than there is now: a thousand times what a sound
/// file takes. Throws the FileError that `act` throws, Unreadable where it takes more memory or no
/// child can be made, and Fault for all else: what it throws, or that the child came to its end
/// without an answer. Throws std::bad_alloc where there is no memory for it to begin with.
std::string in_child(const std::function<std::string()>& act);

}  // namespace granary::netcdf
