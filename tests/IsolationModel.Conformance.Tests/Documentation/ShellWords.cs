using System.Text;

namespace IsolationModel.Conformance.Documentation;

/// <summary>Splits a command line of a document as a shell would: blanks, and quotes of both kinds.</summary>
internal static class ShellWords
{
    /// <summary>The words of a line without comment.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var isWord = false;
        foreach (var character in line)
        {
            if (quote is null && character == '#' && !isWord)
            {
                break;
            }

            if (quote is null && character is '\'' or '"')
            {
                (quote, isWord) = (character, true);
            }
            else if (character == quote)
            {
                quote = null;
            }
            else if (quote is null && character == ' ')
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                isWord = false;
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }

        return isWord ? [.. words, word.ToString()] : words;
    }
}
