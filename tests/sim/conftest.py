"""Simulations compute in tests as they do in the worker."""

from sim.machine import prepare

prepare()
