/** Deprecation of parts of the API: one declaration, from which come the marks in OpenAPI and the headers of responses. */
@NullMarked
package org.mandateatlas.base.deprecation;

import org.jspecify.annotations.NullMarked;
