package vn.chitra.hub.payroll;

import org.springframework.stereotype.Component;

/** The policy and the registers by which intake judges a line. */
@Component
public record IntakeRegisters(ChannelChoice channels, PartnerChoice partners, CommuneRegister communes, PlaceRegister places) {}
