using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Selectors of labels and annotations in their written form: <c>app=web,tier in (a, b),!canary</c>.</summary>
internal sealed class LabelSelector
{
    private readonly List<(string Key, bool IsNegated, IReadOnlyList<string>? Values)> _requirements = [];

    /// <summary>Reads a selector; null when it is none.</summary>
    public static LabelSelector? Parse(string text)
    {
        var selector = new LabelSelector();
        foreach (var part in Split(text))
        {
            if (!selector.Add(part.Trim()))
            {
                return null;
            }
        }

        return selector;
    }

    /// <summary>Whether all requirements hold.</summary>
    public bool Matches(DataCursor labels) => _requirements.TrueForAll(requirement =>
    {
        // A label that is not there differs from every value.
        var value = labels[requirement.Key];
        var holds = value.Exists && (requirement.Values is null || requirement.Values.Contains(value.Text ?? string.Empty, StringComparer.Ordinal));
        return holds != requirement.IsNegated;
    });

    private static IEnumerable<string> Split(string text)
    {
        int start = 0, depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                yield return text.Substring(start, i - start);
                start = i + 1;
            }
            else
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            }
        }
    }

    private bool Add(string part)
    {
        if (part.EndsWith(")", StringComparison.Ordinal))
        {
            var open = part.IndexOf('(');
            var words = open < 0 ? [] : part.Substring(0, open).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || words[1] is not ("in" or "notin"))
            {
                return false;
            }

            var values = part.Substring(open + 1, part.Length - open - 2).Split(',').Select(static value => value.Trim()).ToList();
            _requirements.Add((words[0], words[1] == "notin", values));
            return true;
        }

        var equals = part.IndexOf('=');
        if (equals > 0)
        {
            var isNegated = part[equals - 1] == '!';
            var value = part.Substring(equals + 1).TrimStart('=').Trim();
            _requirements.Add((part.Substring(0, isNegated ? equals - 1 : equals).Trim(), isNegated, [value]));
            return _requirements[_requirements.Count - 1].Key.Length > 0;
        }

        var isAbsent = part.StartsWith("!", StringComparison.Ordinal);
        _requirements.Add((isAbsent ? part.Substring(1).Trim() : part, isAbsent, null));
        return part.Length > 0 && part.IndexOf(' ') < 0;
    }
}
