namespace IsolationModel.Policies;

/// <summary>Paths with common beginnings, written once in one regular expression.</summary>
/// <param name="syntax">How the paths are written.</param>
/// <param name="withAncestors">Whether the folders that hold a path match, too.</param>
internal sealed class PathTree(PathSyntax syntax, bool withAncestors)
{
    private readonly Node _root = new();

    /// <summary>How many paths there are.</summary>
    public int Count { get; private set; }

    private bool IsUnix => ReferenceEquals(syntax, PathSyntax.Unix);

    /// <summary>Adds a normal path.</summary>
    public void Add(string path)
    {
        Count++;
        var node = _root;
        foreach (var segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node.Child(segment);
        }

        node.IsEnd = true;
    }

    /// <summary>The expression, without marks of beginning and end; empty where nothing can match.</summary>
    public string Pattern()
    {
        var children = Children(_root);
        if (!IsUnix)
        {
            // The first segment is the drive. It is no folder that anything lies in, so that it must be named itself.
            return string.Join("|", _root.Children.Select(drive => Drive(drive.Key, drive.Value)).Where(pattern => pattern.Length > 0));
        }

        var root = withAncestors || _root.IsEnd ? "/(/|[.]/)*[.]?" : string.Empty;
        return string.Join("|", new[] { root, children.Length == 0 ? string.Empty : syntax.Separator + children }.Where(pattern => pattern.Length > 0));
    }

    private string Drive(string name, Node node)
    {
        var children = Children(node);
        var rest = string.Join("|", new[] { node.IsEnd ? syntax.Ending : string.Empty, children.Length == 0 ? string.Empty : syntax.Separator + children }.Where(part => part.Length > 0));
        return rest.Length == 0 ? string.Empty : $"{syntax.Literal(name)}({rest})";
    }

    private string Children(Node node) => node.Children.Count == 0 ? string.Empty : $"({string.Join("|", node.Children.Select(child => Name(child.Key) + Rest(child.Key, child.Value)))})";

    /// <summary>"sd*" is a name that goes on.</summary>
    private string Name(string segment) => GoesOn(segment) ? syntax.Literal(segment.Substring(0, segment.Length - 1)) : syntax.Literal(segment);

    private string Rest(string segment, Node node)
    {
        if (node.IsEnd)
        {
            return GoesOn(segment) ? ".*" : syntax.Below;
        }

        var inner = syntax.Separator + Children(node);
        return withAncestors ? $"({syntax.Ending}|{inner})" : inner;
    }

    private static bool GoesOn(string segment) => segment.Length > 1 && segment[segment.Length - 1] == '*';

    private sealed class Node
    {
        public SortedDictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public bool IsEnd { get; set; }

        public Node Child(string segment)
        {
            if (!Children.TryGetValue(segment, out var child))
            {
                Children.Add(segment, child = new Node());
            }

            return child;
        }
    }
}
