"""Signs every empty signature field of PDFs, one after the other, each with a key of its own, and judges the result
with pyHanko. Prints JSON: for each file where the signed one is, its fields in order, and what is wrong with each.

Usage: sign_pdf.py FOLDER FILE... > answer.json
"""

import datetime
import json
import sys
from pathlib import Path

from asn1crypto import keys, x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer(name):
    """Somebody with a key and a certificate that they signed themselves."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only",
         "decipher_only"), False)
    certificate = (
        x509.CertificateBuilder().subject_name(named).issuer_name(named).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def sign(path, folder, people):
    named = []
    with open(path, "rb") as file:
        for name, value, _ in fields.enumerate_sig_fields(PdfFileReader(file)):
            assert value is None, f"{name} is signed already"
            named.append(name)
    now = Path(path)
    for turn, name in enumerate(named):
        with open(now, "rb") as file:
            writer = IncrementalPdfFileWriter(file)
            done = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=name), signer=people[turn])
        now = folder / f"{Path(path).stem}-{turn + 1}.pdf"
        now.write_bytes(done.getvalue())
    trusted = ValidationContext(trust_roots=[one.signing_cert for one in people])
    judged = []
    with open(now, "rb") as file:
        for embedded in PdfFileReader(file).embedded_signatures:
            status = validate_pdf_signature(embedded, trusted)
            judged.append({"field": embedded.field_name, "valid": status.bottom_line, "said": status.summary()})
    return {"signed": str(now), "fields": named, "judged": judged}


folder = Path(sys.argv[1])
paths = sys.argv[2:]
people = [signer(f"Signer {turn + 1}") for turn in range(6)]
json.dump([sign(path, folder, people) for path in paths], sys.stdout)
