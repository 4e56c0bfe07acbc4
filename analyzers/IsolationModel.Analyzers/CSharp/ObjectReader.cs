using IsolationModel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Reads what <c>new</c> makes: an object with its members, a list, a dictionary, or a value in a wrapper.</summary>
internal sealed class ObjectReader(ValueReader values)
{
    /// <summary>Reads it.</summary>
    public DataNode Read(IObjectCreationOperation creation)
    {
        values.File.Consume(creation.Syntax);
        var type = creation.Type;
        if (type is not null && IsCollection(type))
        {
            return ReadCollection(creation);
        }

        var made = FromArguments(creation);
        if (made is not DataMapping mapping)
        {
            return made;
        }

        return creation.Initializer is { } initializer ? Initialize(mapping, initializer) : mapping;
    }

    /// <summary>An object with what an initializer sets in it.</summary>
    public DataMapping Initialize(DataMapping start, IObjectOrCollectionInitializerOperation initializer)
    {
        var result = start;
        foreach (var part in initializer.Initializers)
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when IsIndexer(target) is { } key:
                    result = TreeEdit.With(result, KeyOf(key), values.Read(assignment.Value));
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                    result = TreeEdit.With(result, KeyOf(target.Member, target.Syntax), values.Read(assignment.Value));
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } inner:
                    result = TreeEdit.With(result, KeyOf(target.Member, target.Syntax), ReadMember(target, inner.Initializer));
                    break;
                case IInvocationOperation { Arguments.Length: 2 } entry:
                    result = TreeEdit.With(result, KeyOf(entry.Arguments[0].Value), values.Read(entry.Arguments[1].Value));
                    break;
                default:
                    break;
            }
        }

        return result;
    }

    /// <summary>The key of a member.</summary>
    public DataScalar KeyOf(ISymbol member, SyntaxNode syntax) => new(CodeFile.RangeOf(syntax), values.Names.Of(member), isPlain: true, contentStart: -1);

    /// <summary>The key of an entry.</summary>
    public DataScalar KeyOf(IOperation key) => ValueReader.Target(values.Read(key)) as DataScalar ?? ValueReader.Unknown(key);

    /// <summary>Whether what is made is a list or a dictionary.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static IOperation? IsIndexer(IMemberReferenceOperation target) =>
        target is IPropertyReferenceOperation { Arguments: [var argument] } ? argument.Value : null;

    /// <summary>A member that has an object or a collection already, to which the initializer adds.</summary>
    private DataNode ReadMember(IMemberReferenceOperation target, IObjectOrCollectionInitializerOperation initializer) =>
        target.Type is { } type && IsCollection(type) && !IsDictionary(initializer)
            ? new DataSequence(CodeFile.RangeOf(initializer.Syntax), Items(initializer))
            : Initialize(new DataMapping(CodeFile.RangeOf(initializer.Syntax), []), initializer);

    private DataNode ReadCollection(IObjectCreationOperation creation)
    {
        var initializer = creation.Initializer;
        if (creation.Arguments.Any(static argument => argument is { IsImplicit: false } && argument.Parameter?.Type.SpecialType != SpecialType.System_Int32 && argument.Parameter?.Name is not ("comparer" or "capacity")))
        {
            // A copy of another collection; what is added to it is not read in addition.
            return initializer is null && creation.Arguments.Length == 1 ? values.Read(creation.Arguments[0].Value) : ValueReader.Unknown(creation);
        }

        var range = CodeFile.RangeOf(initializer?.Syntax ?? creation.Syntax);
        return initializer is not null && IsDictionary(initializer)
            ? Initialize(new DataMapping(range, []), initializer)
            : initializer is null && IsDictionary(creation.Type!) ? new DataMapping(range, []) : new DataSequence(range, initializer is null ? [] : Items(initializer));
    }

    private List<DataNode> Items(IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers
        .Select(part => part is IInvocationOperation { Arguments.Length: >= 1 } add ? values.Read(add.Arguments[add.Arguments.Length - 1].Value) : ValueReader.Unknown(part))
        .ToList();

    private static bool IsDictionary(IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers.Any(static part =>
        part is IInvocationOperation { Arguments.Length: 2, TargetMethod.IsExtensionMethod: false } or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } });

    private static bool IsDictionary(ITypeSymbol type) => type.Name.EndsWith("Dictionary", StringComparison.Ordinal) || type.Name.EndsWith("Map", StringComparison.Ordinal);

    /// <summary>Constructors whose parameters are named like members set them; one that takes a single value wraps it (a resource quantity).</summary>
    private DataNode FromArguments(IObjectCreationOperation creation)
    {
        var range = CodeFile.RangeOf(creation.Syntax);
        var mapping = new DataMapping(range, []);
        var given = creation.Arguments.Where(static argument => argument is { IsImplicit: false, ArgumentKind: not ArgumentKind.DefaultValue }).ToList();
        foreach (var argument in given)
        {
            if (argument.Parameter is { } parameter && MemberNamed(creation.Type, parameter.Name) is { } member)
            {
                mapping = TreeEdit.With(mapping, KeyOf(member, argument.Syntax is ArgumentSyntax { NameColon.Name: { } name } ? name : argument.Syntax), values.Read(argument.Value));
            }
            else if (given.Count == 1 && creation.Initializer is null)
            {
                return values.Read(argument.Value);
            }
        }

        return mapping;
    }

    private static IPropertySymbol? MemberNamed(ITypeSymbol? type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers().OfType<IPropertySymbol>())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return member;
                }
            }
        }

        return null;
    }
}
