/** Search and suggestions over all collections. */
@NullMarked
package org.mandateatlas.gateway.search;

import org.jspecify.annotations.NullMarked;
