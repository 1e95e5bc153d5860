package org.mandateatlas.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientTest {

    @Test
    void anIpv4AddressIsAClient() {
        assertEquals("192.0.2.7", Client.at("192.0.2.7"));
        assertNotEquals(Client.at("192.0.2.7"), Client.at("192.0.2.8"));
    }

    @Test
    void theAddressesOfAnIpv6SiteAreOneClient() {
        assertEquals(Client.at("2001:db8:1:2::1"), Client.at("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertEquals("20010db800010002/64", Client.at("2001:db8:1:2::1"));
    }

    @Test
    void twoIpv6SitesAreTwoClients() {
        assertNotEquals(Client.at("2001:db8:1:2::1"), Client.at("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameClient() {
        assertEquals(Client.at("192.0.2.7"), Client.at("::ffff:192.0.2.7"));
        assertEquals(Client.at("192.0.2.7"), Client.at("::ffff:c000:207"));
    }

    @Test
    void theInterfaceThatAnAddressWasReachedByIsNoPartOfTheClient() {
        assertEquals(Client.at("fe80::1"), Client.at("fe80::1%eth0"));
    }

    @Test
    void whatIsNoAddressIsAClientByName() {
        assertEquals("_hidden", Client.at("_hidden"));
        assertEquals("a:name", Client.at("a:name"));
    }

    @Test
    void aTokenCannotNameAnAddress() {
        assertNotEquals(Client.at("192.0.2.7"), Client.named("192.0.2.7"));
    }
}
