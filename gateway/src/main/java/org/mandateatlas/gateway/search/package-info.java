/** Finding documents of all collections by their names and texts. */
@NullMarked
package org.mandateatlas.gateway.search;

import org.jspecify.annotations.NullMarked;
