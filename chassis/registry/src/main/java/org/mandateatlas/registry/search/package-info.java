/** Search and suggestions: finding documents of all collections of a service by their names and texts. */
@NullMarked
package org.mandateatlas.registry.search;

import org.jspecify.annotations.NullMarked;
