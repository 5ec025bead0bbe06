"""What a process that trains asks of its machine is what it gets."""

import os
import subprocess
import sys

import pytest
import torch

SCRIPT = """
from sim.machine import prepare
prepare()
import torch
torch.bmm(torch.ones(3, 20, 20), torch.ones(3, 20, 20))
"""


@pytest.mark.skipif(not torch.backends.mkl.is_available(), reason="this PyTorch has no MKL")
def test_mkl_is_asked_in_time_for_one_result_wherever_a_matrix_lies() -> None:
    environment = {k: v for k, v in os.environ.items() if k != "MKL_CBWR"} | {"MKL_VERBOSE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    products = [line for line in done.stdout.splitlines() if "GEMM" in line]
    assert products
    assert all("CNR:AUTO" in line for line in products)
