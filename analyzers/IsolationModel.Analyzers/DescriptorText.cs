using System.Text;
using IsolationModel.Descriptors;
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

        // One that is merely found is told as well where it is a descriptor: what stands in front of the bad character need not say so.
        var isDescriptor = expectation == DescriptorExpectation.Expected || DescriptorReader.Read(path, characters, expectation, keepsDocuments, cancellationToken).IsDescriptor;
        return DescriptorReader.NotText(path, characters.Substring(0, bad), isDescriptor ? DescriptorExpectation.Expected : expectation, characters.Substring(bad));
    }

    /// <summary>
    /// The first character that stands for bytes that are no UTF-8, or -1. The compiler does not tell of such bytes: it decodes the file by a
    /// code page of the machine, or puts replacement characters.
    /// </summary>
    private static int FirstBadCharacter(SourceText text, string characters)
    {
        if (text.Encoding is { } encoding && Array.IndexOf(UnicodeCodePages, encoding.CodePage) < 0)
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
