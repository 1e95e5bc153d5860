/** Answers that are kept, and given again for as long as the streams that they rest on go no further. */
@NullMarked
package org.mandateatlas.gateway.cache;

import org.jspecify.annotations.NullMarked;
