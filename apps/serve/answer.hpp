#pragma once
/// What is answered to a request, told by its head alone: a request has no body here.

#include <boost/beast/core/span.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <string_view>

namespace granary::serve {

namespace http = boost::beast::http;

/// The bytes of an answer lie elsewhere, as the page's do for all who ask at once.
using Answer = http::response<http::span_body<const char>>;
using RequestHead = http::request_header<>;

/// The page for who asks this machine for it by its own name; in words why not for anyone else.
Answer answer_to(const RequestHead& head, std::string_view page);

/// To what is no request that is taken here.
Answer refusal(http::status status, std::string_view words);

}  // namespace granary::serve
