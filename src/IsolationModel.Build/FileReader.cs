using System.Security;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Build;

/// <summary>Reads files within the limits of descriptors. What the file system does not give costs that file only.</summary>
internal static class FileReader
{
    /// <summary>Reads a descriptor.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Descriptor(string path, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken)
    {
        try
        {
            if (Bytes(path) is not { } bytes)
            {
                return DescriptorReader.TooLarge(path, expectation);
            }

            var text = TextDecoder.Decode(bytes, bytes.Length, out var invalidAt);
            return text is null
                ? DescriptorReader.NotText(path, bytes, bytes.Length, invalidAt, expectation, cancellationToken)
                : DescriptorReader.Read(path, text, expectation, keepsDocuments, cancellationToken);
        }
        catch (Exception error) when (IsAboutTheFile(error))
        {
            return DescriptorReader.Unreadable(path, error.Message, expectation);
        }
    }

    /// <summary>Reads an overlay; null when it cannot be read, is no text, or is larger than a descriptor may be.</summary>
    public static string? Overlay(string path)
    {
        try
        {
            return Bytes(path) is { } bytes ? TextDecoder.Decode(bytes, bytes.Length, out _) : null;
        }
        catch (Exception error) when (IsAboutTheFile(error))
        {
            return null;
        }
    }

    /// <summary>The bytes of a file; null when there are more than <see cref="DescriptorLimits.FileSize"/>, of which none is read.</summary>
    private static byte[]? Bytes(string path)
    {
        if (new FileInfo(path).Length == 0)
        {
            // Pipes and devices have no length either, and opening one of them could block for ever.
            return [];
        }

        // The length of a link would be that of the path that it holds, so it is the open file that is asked.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        if (!file.CanSeek || file.Length > DescriptorLimits.FileSize)
        {
            return file.CanSeek ? null : [];
        }

        var bytes = new byte[file.Length];
        var count = 0;
        while (count < bytes.Length && file.Read(bytes, count, bytes.Length - count) is var read and > 0)
        {
            count += read;
        }

        Array.Resize(ref bytes, count);
        return bytes;
    }

    private static bool IsAboutTheFile(Exception error) =>
        error is IOException or UnauthorizedAccessException or NotSupportedException or SecurityException or ArgumentException;
}
