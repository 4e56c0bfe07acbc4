using System.Text;
using IsolationModel.Descriptors;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>Reads a descriptor from what the compiler made of its bytes.</summary>
internal static class DescriptorText
{
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>Reads a file.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Read(string path, SourceText text, DescriptorExpectation expectation, CancellationToken cancellationToken)
    {
        if (text.Length > DescriptorLimits.FileSize)
        {
            return DescriptorReader.TooLarge(path);
        }

        var characters = text.ToString();
        var file = DescriptorReader.Read(path, characters, expectation, cancellationToken);
        return file.IsDescriptor && FirstUndecodable(characters, text.Encoding) is var bad and >= 0
            ? DescriptorReader.NotText(path, characters.Substring(0, bad))
            : file;
    }

    /// <summary>
    /// Where the bytes were no text, or -1. The compiler never says so: it decodes what is not UTF-8 by some encoding of one byte a character,
    /// or puts replacement characters.
    /// </summary>
    private static int FirstUndecodable(string characters, Encoding? encoding)
    {
        if (encoding is not { IsSingleByte: true })
        {
            return characters.IndexOf(ReplacementCharacter);
        }

        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] > '\u007F')
            {
                return i;
            }
        }

        return -1;
    }
}
