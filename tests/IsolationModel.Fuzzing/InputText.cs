using System.Globalization;
using System.Text;

namespace IsolationModel.Fuzzing;

/// <summary>
/// An input as a text that can be read, compared and committed, and that keeps every byte: a line <c>==== path</c> before each file, <c>\xNN</c> for
/// what is not printable ASCII, and a backslash at the end of a line that has none.
/// </summary>
internal static class InputText
{
    private const string Mark = "==== ";

    /// <summary>Writes an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="note">What is said before it; lines of it become lines.</param>
    public static string Write(FuzzInput input, string note)
    {
        var text = new StringBuilder();
        foreach (var line in note.Split('\n'))
        {
            text.Append("# ").Append(line.TrimEnd()).Append('\n');
        }

        foreach (var file in input.Files)
        {
            text.Append(Mark).Append(file.Path).Append('\n');
            var isAtStart = true;
            for (var i = 0; i < file.Bytes.Length; i++)
            {
                var value = file.Bytes[i];
                // A blank at the end of a line, and a line that looks like a mark, would not survive editors or reading.
                var isEscaped = value is (< 0x20 and not (byte)'\n') or > 0x7E or (byte)'\\'
                    || (value == ' ' && (i + 1 == file.Bytes.Length || file.Bytes[i + 1] == '\n'))
                    || (value == '=' && isAtStart);
                _ = isEscaped ? text.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}") : text.Append((char)value);
                isAtStart = value == '\n';
            }

            text.Append(file.Bytes is [] or [.., (byte)'\n'] ? string.Empty : "\\\n");
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static FuzzInput Read(string text)
    {
        var files = new List<FuzzFile>();
        var (path, bytes) = (default(string), new List<byte>());
        foreach (var line in text.Split('\n').SkipLast(1))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                Take();
                path = line[Mark.Length..];
            }
            else if (path is not null)
            {
                Append(bytes, line);
            }
        }

        Take();
        return new FuzzInput(files);

        void Take()
        {
            if (path is not null)
            {
                files.Add(new FuzzFile(path, [.. bytes]));
            }

            bytes.Clear();
        }
    }

    private static void Append(List<byte> bytes, string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
            {
                bytes.Add((byte)line[i]);
            }
            else if (i + 1 == line.Length)
            {
                return;
            }
            else if (i + 3 < line.Length && line[i + 1] == 'x')
            {
                bytes.Add(byte.Parse(line.AsSpan(i + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 3;
            }
            else
            {
                throw new FormatException($"'{line}' holds a backslash that escapes nothing");
            }
        }

        bytes.Add((byte)'\n');
    }
}
