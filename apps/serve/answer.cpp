#include "serve/answer.hpp"

#include <boost/beast/core/string.hpp>
#include <string>

namespace granary::serve {
namespace {

using std::string_view;

string_view standard(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

Answer with_text(http::status status, string_view type, string_view text) {
    Answer answer{status, 11};
    answer.set(http::field::content_type, boost::beast::string_view(type.data(), type.size()));
    answer.set(http::field::connection, "close");
    answer.set(http::field::content_length, std::to_string(text.size()));
    // The page has all it needs in itself: it loads nothing, sends nothing, stands in no other
    // page.
    answer.set("Content-Security-Policy",
               "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; "
               "worker-src blob: data:; style-src 'unsafe-inline'; font-src data:; "
               "img-src blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    answer.set("X-Frame-Options", "DENY");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("Cross-Origin-Resource-Policy", "same-origin");
    answer.set(http::field::cache_control, "no-cache");
    answer.body() = {text.data(), text.size()};
    return answer;
}

/// Whether the name is this machine's own, whatever the port: a tunnel may have another. Any other
/// name was made to lead here by someone else, whose page would be let read this one.
bool is_own_name(string_view host) {
    const auto name = host.substr(0, host.rfind(':'));
    return name == "127.0.0.1" || boost::beast::iequals({name.data(), name.size()}, "localhost");
}

bool has_body(const RequestHead& head) {
    return head.count(http::field::transfer_encoding) > 0 ||
           (head.count(http::field::content_length) > 0 &&
            head[http::field::content_length] != "0");
}

bool asks_for_page(string_view target) {
    return target.substr(0, target.find('?')) == "/";
}

}  // namespace

Answer refusal(http::status status, string_view words) {
    return with_text(status, "text/plain; charset=utf-8", words);
}

Answer answer_to(const RequestHead& head, string_view page) {
    if (head.count(http::field::host) != 1 || !is_own_name(standard(head[http::field::host])))
        return refusal(http::status::misdirected_request,
                       "This is shown under the names 127.0.0.1 and localhost alone.\n");
    if (has_body(head))
        return refusal(http::status::payload_too_large, "A request has no body here.\n");
    const bool no_bytes = head.method() == http::verb::head;
    if (!no_bytes && head.method() != http::verb::get) {
        auto answer = refusal(http::status::method_not_allowed, "GET and HEAD are known here.\n");
        answer.set(http::field::allow, "GET, HEAD");
        return answer;
    }
    auto answer = asks_for_page(standard(head.target()))
                      ? with_text(http::status::ok, "text/html; charset=utf-8", page)
                      : refusal(http::status::not_found, "There is one page here, at /.\n");
    if (no_bytes) answer.body() = {};
    return answer;
}

}  // namespace granary::serve
