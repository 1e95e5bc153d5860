/** Cached responses, each served for as long as the streams that it depends on go no further. */
@NullMarked
package org.mandateatlas.gateway.cache;

import org.jspecify.annotations.NullMarked;
