"""Speaks utterances through libespeak-ng and tells when each word and sound begins.

Reads JSON lines {"voice", "rate", "pitch", "text"} and answers each with one JSON line
{"sampleRate", "pcm", "events"}: 16-bit little-endian mono in base64, and [kind, position, sample, sound] where kind is
"word" or "sound", position counts characters of the text from 0, and sample counts from the start of the utterance.
Needs python3 and libespeak-ng1 (Debian's espeak-ng brings both the library and its voices); nothing from PyPI.
"""

import base64
import ctypes
import json
import sys

AUDIO_OUTPUT_SYNCHRONOUS = 2
PHONEME_EVENTS = 1
CHARACTERS_ARE_UTF8 = 1
POSITION_IN_CHARACTERS = 1
RATE, PITCH = 1, 3
END_OF_EVENTS, WORD, PHONEME = 0, 1, 7


class EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", EventId),
    ]


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


def set_voice(espeak, order):
    if espeak.espeak_SetVoiceByName(order["voice"].encode()) != 0:
        sys.exit(f"espeak-ng has no voice {order['voice']}")
    espeak.espeak_SetParameter(RATE, order["rate"], 0)
    espeak.espeak_SetParameter(PITCH, order["pitch"], 0)


def speak(espeak, order):
    pcm = bytearray()
    events = []

    def collect(wave, samples, event):
        if wave and samples > 0:
            pcm.extend(ctypes.string_at(wave, samples * 2))
        index = 0
        while event[index].type != END_OF_EVENTS:
            heard = event[index]
            if heard.type == WORD:
                events.append(["word", heard.text_position - 1, heard.sample, ""])
            elif heard.type == PHONEME:
                events.append(["sound", heard.text_position - 1, heard.sample, heard.id.string.decode(errors="replace")])
            index += 1
        return 0

    callback = Callback(collect)
    espeak.espeak_SetSynthCallback(callback)
    set_voice(espeak, order)
    text = order["text"].encode()
    espeak.espeak_Synth(text, len(text) + 1, 0, POSITION_IN_CHARACTERS, 0, CHARACTERS_ARE_UTF8, None, None)
    espeak.espeak_Synchronize()
    return bytes(pcm), events


def main():
    espeak = ctypes.CDLL("libespeak-ng.so.1")
    sample_rate = espeak.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, None, PHONEME_EVENTS)
    for line in sys.stdin:
        pcm, events = speak(espeak, json.loads(line))
        print(json.dumps({"sampleRate": sample_rate, "pcm": base64.b64encode(pcm).decode(), "events": events}))


main()
