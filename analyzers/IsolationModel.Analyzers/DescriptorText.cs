using System.Text;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>Reads a descriptor from what the compiler made of its bytes.</summary>
internal static class DescriptorText
{
    private const char ReplacementCharacter = '\uFFFD';
    private const char LastAscii = '\u007F';
    private const int Utf8CodePage = 65001;

    /// <summary>Code pages of UTF-8, UTF-16 and UTF-32, which hold any text.</summary>
    private static readonly int[] UnicodeCodePages = [Utf8CodePage, 1200, 1201, 12000, 12001];

    private static readonly Encoding[] Utf8 = [new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Read(string path, SourceText text, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken)
    {
        if (text.Length > DescriptorLimits.FileSize)
        {
            return DescriptorReader.TooLarge(path);
        }

        var characters = text.ToString();
        var bad = FirstBadCharacter(text, characters);
        if (bad < 0)
        {
            return DescriptorReader.Read(path, characters, expectation, keepsDocuments, cancellationToken);
        }

        if (IsUnicode(text))
        {
            return DescriptorReader.NotText(path, characters, bad, expectation, cancellationToken);
        }

        return BytesOf(text, characters) is { } bytes && TextDecoder.Decode(bytes, bytes.Length, out var invalidAt) is null
            ? DescriptorReader.NotText(path, bytes, bytes.Length, invalidAt, expectation, cancellationToken)
            : DescriptorReader.NotText(path, Marked(characters), bad, expectation, cancellationToken);
    }

    /// <summary>
    /// The first character that stands for bytes that are no UTF-8, or -1. The compiler does not tell of such bytes: it decodes the file by a
    /// code page of the machine, or puts replacement characters.
    /// </summary>
    private static int FirstBadCharacter(SourceText text, string characters)
    {
        if (!IsUnicode(text))
        {
            return FirstBeyondAscii(characters);
        }

        var replaced = characters.IndexOf(ReplacementCharacter);
        return replaced >= 0 && !IsAsItWasWritten(text, characters) ? replaced : -1;
    }

    /// <summary>Whether the file itself holds these characters: the checksum of a text is that of its bytes.</summary>
    private static bool IsAsItWasWritten(SourceText text, string characters)
    {
        if (text.Encoding is { CodePage: not Utf8CodePage })
        {
            return true;
        }

        var checksum = text.GetChecksum();
        return Array.Exists(Utf8, encoding => SourceText.From(characters, encoding, text.ChecksumAlgorithm).GetChecksum().SequenceEqual(checksum));
    }

    private static bool IsUnicode(SourceText text) => text.Encoding is not { } encoding || Array.IndexOf(UnicodeCodePages, encoding.CodePage) >= 0;

    /// <summary>The bytes of a file that was decoded by a code page, so that what is UTF-8 among them is read as everybody else reads it; null where the code page has lost some.</summary>
    private static byte[]? BytesOf(SourceText text, string characters)
    {
        var bytes = text.Encoding!.GetBytes(characters);
        return SourceText.From(bytes, bytes.Length, text.Encoding, text.ChecksumAlgorithm).GetChecksum().SequenceEqual(text.GetChecksum()) ? bytes : null;
    }

    /// <summary>What is sure: the code page of a machine says nothing of what the file's other characters are.</summary>
    private static string Marked(string characters) => new([.. characters.Select(static character => character > LastAscii ? ReplacementCharacter : character)]);

    private static int FirstBeyondAscii(string characters)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] > LastAscii)
            {
                return i;
            }
        }

        return -1;
    }
}
