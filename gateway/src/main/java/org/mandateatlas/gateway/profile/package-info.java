/** Everything that the registry holds about one institution, process or function, in one response. */
@NullMarked
package org.mandateatlas.gateway.profile;

import org.jspecify.annotations.NullMarked;
