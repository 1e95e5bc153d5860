/** Deliveries of events to the receivers of subscriptions. */
@NullMarked
package org.mandateatlas.subscriptions.delivery;

import org.jspecify.annotations.NullMarked;
