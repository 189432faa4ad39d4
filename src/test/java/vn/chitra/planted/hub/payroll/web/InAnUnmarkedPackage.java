package vn.chitra.planted.hub.payroll.web;

public record InAnUnmarkedPackage(String what) {}
