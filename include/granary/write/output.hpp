#pragma once
/// Where text goes: to a file whole or not at all, or to the standard output.

#include <functional>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// Writes a file whole or not at all: beside it first, then under its name, with the mode of the
/// file it replaces. A link is kept, and the file that it leads to replaced; where that is not
/// there the link is refused. A device or pipe is written directly. Signals that end a program
/// (SIGINT, SIGTERM, SIGHUP, SIGQUIT) reach the calling thread when a file that is no device
/// stands. Throws FileError.
GRANARY_API void write_file(const std::string& path, std::string_view text);

/// Writes the file of this path, which is there and empty; throws where it cannot. The path may be
/// another than that of the file when it stands: it leads to the open file whatever is done
/// meanwhile to its name.
using FillFile = std::function<void(const std::string& path)>;

/// What becomes of a file that there is under the name already.
enum class Existing {
    replaced,  ///< as `write_file` says
    kept,      ///< it is told, also of one that has come to be meanwhile
    own,       ///< it is the program's own and replaced; a link is not followed, but told
};

/// The same for a file that a library writes by its path. What `fill` throws comes out of here,
/// unless the disk refuses more, which is told instead. Throws FileError for a device or pipe too,
/// which has no path to fill.
GRANARY_API void write_file(const std::string& path, const FillFile& fill,
                            Existing existing = Existing::replaced);

/// Removes what a process that was killed while it wrote the file left beside it,
/// "a.nc.1234-567.part" of a.nc: 1234 is the process and 567 the file's own inode, without which it
/// is somebody else's and kept. Whatever is written to that path next does it too.
GRANARY_API void remove_left_parts(const std::string& path);

/// Whether a signal that ends a program waits for `write_file` in this thread to be done: who fills
/// a large file may ask, and throw.
GRANARY_API bool end_is_waiting();

/// Writes a file that must not exist yet, whole or not at all: one that appears meanwhile is kept
/// too. Throws FileError.
GRANARY_API void write_new_file(const std::string& path, std::string_view text);

/// Throws the FileError that `write_file` would, as far as it can be told without writing: for a
/// program that works long before it has something to write.
GRANARY_API void require_writable(const std::string& path);

/// Whether somebody still reads the standard output.
enum class Reader { present, gone };

/// Writes to the standard output. `gone` where nobody reads it any more (a closed pipe, if SIGPIPE
/// is ignored). Throws FileError for every other fault, such as a full disk.
GRANARY_API Reader write_standard_output(std::string_view text);

}  // namespace granary
