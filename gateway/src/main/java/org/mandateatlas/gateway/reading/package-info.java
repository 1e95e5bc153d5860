/** Long answers over the whole registry, page by page, each page read at the point of the logs at which the first was. */
@NullMarked
package org.mandateatlas.gateway.reading;

import org.jspecify.annotations.NullMarked;
