/** Lists over all collections, merged from the services: search, suggestions, timeline and differences. */
@NullMarked
package org.mandateatlas.gateway.aggregate;

import org.jspecify.annotations.NullMarked;
