/** How subscriptions are told of changes, and what came of it. */
@NullMarked
package org.mandateatlas.gateway.subscription.delivery;

import org.jspecify.annotations.NullMarked;
