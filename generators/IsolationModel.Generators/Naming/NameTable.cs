using System.Globalization;

namespace IsolationModel.Generators.Naming;

/// <summary>Names within one scope: each id gets one, no two ids the same.</summary>
internal sealed class NameTable
{
    private static readonly string[] MembersOfObject =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;

    private NameTable(HashSet<string> taken) => _taken = taken;

    /// <summary>Names of members of a type; names that its other members have are reserved.</summary>
    public static NameTable OfMembers(params string[] reserved) =>
        new(new HashSet<string>(MembersOfObject.Concat(reserved), StringComparer.Ordinal));

    /// <summary>Names of generated files, which differ in more than case.</summary>
    public static NameTable OfFiles() => new(new HashSet<string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>The name of an id that was added.</summary>
    public string this[string id] => _names[id];

    /// <summary>Gives an id its name. Who comes first gets the plain one; later ones a number.</summary>
    public string Add(string id, string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Format(CultureInfo.InvariantCulture, "{0}_{1}", wanted, number);
        }

        _names[id] = name;
        return name;
    }
}
