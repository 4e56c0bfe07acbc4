using IsolationModel.Analyzers.CSharp.Cloud;
using IsolationModel.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// Reads what an expression builds, as the tree that the same thing is in a file: constants, object initializers, lists and dictionaries,
/// variables with what is changed in them later, and methods that do nothing but return one of these. What is none of these is a placeholder:
/// it is known at run time alone.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="names">What members are called.</param>
/// <param name="words">What a library knows of its own expressions; asked first.</param>
internal sealed class ValueReader(CodeFile file, MemberNames names, Func<ValueReader, IOperation, DataNode?>? words = null)
{
    /// <summary>Deeper than any descriptor, and far from the end of the stack.</summary>
    private const int DeepestNesting = 64;

    /// <summary>More values than any descriptor has; variables that hold each other's values could multiply without end.</summary>
    private const int MostValues = 100_000;

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);
    private int _depth;
    private int _values;

    /// <summary>The file.</summary>
    public CodeFile File => file;

    /// <summary>What members are called.</summary>
    public MemberNames Names => names;

    /// <summary>Reads the value of an operation, with what is changed later in the variable that it is the value of.</summary>
    public DataNode ReadHeld(IOperation operation)
    {
        _values = 0;
        return BodyIndex.HolderOf(operation) is { } holder && ReferenceEquals(Strip(file.BodyOf(operation).ValueOf(holder)), Strip(operation))
            ? ReadVariable(holder, operation)
            : Read(operation);
    }

    /// <summary>Reads the value of an operation.</summary>
    public DataNode Read(IOperation operation)
    {
        if (_depth >= DeepestNesting || ++_values > MostValues)
        {
            return Unknown(operation);
        }

        file.CancellationToken.ThrowIfCancellationRequested();
        _depth++;
        try
        {
            var value = ReadValue(Strip(operation)!);
            return ReferenceEquals(operation.Syntax.SyntaxTree, file.Tree) ? value : new DataAlias(default, value);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>What is not known before the program runs.</summary>
    public static DataScalar Unknown(IOperation operation) => Unknown(operation.Syntax);

    private static DataScalar Unknown(SyntaxNode syntax) =>
        new(CodeFile.RangeOf(syntax), CodeText.Short(syntax), isPlain: false, contentStart: -1, isUnresolved: true);

    /// <summary>The operation below conversions and parentheses.</summary>
    public static IOperation? Strip(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                // A conversion of the library (Input<string>) means what it converts; one that computes has a constant of its own.
                case IConversionOperation { ConstantValue.HasValue: false } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    private DataNode ReadValue(IOperation operation)
    {
        if (words?.Invoke(this, operation) is { } word)
        {
            return word;
        }

        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return ConstantReader.Read(operation, constant);
        }

        if (operation.Syntax is CollectionExpressionSyntax list)
        {
            return ReadCollectionExpression(list, operation);
        }

        switch (operation)
        {
            case IObjectCreationOperation creation:
                return new ObjectReader(this).Read(creation);
            case IWithOperation with:
                file.Consume(with.Syntax);
                return Read(with.Operand) is DataMapping known ? new ObjectReader(this).Initialize(known, with.Initializer) : Unknown(operation);
            case IArrayCreationOperation { Initializer: { } initializer } array:
                file.Consume(array.Syntax);
                return new DataSequence(CodeFile.RangeOf(initializer.Syntax), initializer.ElementValues.Select(Read).ToList());
            case IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
                return new DataSequence(CodeFile.RangeOf(operation.Syntax), []);
            case ILocalReferenceOperation local:
                return ReadVariable(local.Local, operation);
            case IParameterReferenceOperation parameter when _arguments.TryGetValue(parameter.Parameter, out var argument):
                return Read(argument);
            case IFieldReferenceOperation { Field: { IsStatic: true, Type.BaseType.Name: "ConstantClass" } constantObject }:
                // The enumerations of the AWS SDK are objects, named like their values.
                return new DataScalar(CodeFile.RangeOf(operation.Syntax), constantObject.Name, isPlain: false, contentStart: -1);
            case IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } azure } when AzureWords.IsWord(azure):
                return new DataScalar(CodeFile.RangeOf(operation.Syntax), azure.Name, isPlain: false, contentStart: -1);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return ReadMember(field, operation);
            case IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property }:
                return ReadMember(property, operation);
            case IInvocationOperation call:
                return ReadCall(call);
            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return TextPieces.Join(TextPieces.Of(this, operation), CodeFile.RangeOf(operation.Syntax));
            case IDefaultValueOperation { Type.IsReferenceType: true }:
                return ConstantReader.Read(operation, null);
            default:
                return Unknown(operation);
        }
    }

    private DataSequence ReadCollectionExpression(CollectionExpressionSyntax list, IOperation whole)
    {
        file.Consume(list);
        var model = whole.SemanticModel ?? file.Model;
        var children = whole.ChildOperations.Select(Strip).ToList();
        var items = new List<DataNode>(list.Elements.Count);
        foreach (var element in list.Elements)
        {
            var expression = element is ExpressionElementSyntax item ? item.Expression : ((SpreadElementSyntax)element).Expression;
            // Roslyn 4.8 knows "new()" in such a list only as a part of the whole.
            var part = children.Find(child => child?.Syntax == expression) ?? model.GetOperation(expression, file.CancellationToken);
            var value = part is not null ? Read(part) : Unknown(expression);
            if (element is SpreadElementSyntax && Target(value) is DataSequence spread)
            {
                items.AddRange(spread.Items);
            }
            else
            {
                items.Add(element is SpreadElementSyntax ? Unknown(expression) : value);
            }
        }

        return new DataSequence(CodeFile.RangeOf(list), items);
    }

    /// <summary>What a local variable holds once its method is through.</summary>
    private DataNode ReadVariable(ISymbol local, IOperation use)
    {
        var body = file.BodyOf(use);
        if (body.ValueOf(local) is not { } value || !_open.Add(local))
        {
            return Unknown(use);
        }

        try
        {
            return new MutationReader(this).Apply(Read(value), body.MutationsOf(local), value);
        }
        finally
        {
            _open.Remove(local);
        }
    }

    /// <summary>What a static field or property without setter always holds.</summary>
    private DataNode ReadMember(ISymbol member, IOperation use)
    {
        if (member.DeclaringSyntaxReferences.Length != 1 || !_open.Add(member))
        {
            return Unknown(use);
        }

        try
        {
            var expression = member.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
                PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
                PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
                _ => null,
            };
            return ReadElsewhere(expression, use);
        }
        finally
        {
            _open.Remove(member);
        }
    }

    private DataNode ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { IsExtensionMethod: true, Name: "ToList" or "ToArray" or "ToImmutableArray" or "ToImmutableList" or "AsReadOnly" } && call.Arguments.Length == 1)
        {
            return Read(call.Arguments[0].Value);
        }

        if (method is { Name: "Empty", ContainingType.Name: "Array" or "Enumerable", Parameters.Length: 0 })
        {
            return new DataSequence(CodeFile.RangeOf(call.Syntax), []);
        }

        // Another implementation may take the place of a virtual method.
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsAsync || method.DeclaringSyntaxReferences.Length != 1 || !_open.Add(method.OriginalDefinition))
        {
            return Unknown(call);
        }

        var given = new List<ISymbol>();
        try
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.OriginalDefinition is { } parameter && !_arguments.ContainsKey(parameter))
                {
                    _arguments.Add(parameter, argument.Value);
                    given.Add(parameter);
                }
            }

            file.Consume(call.Syntax);
            return ReadElsewhere(Returned(method.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken)), call);
        }
        finally
        {
            _open.Remove(method.OriginalDefinition);
            given.ForEach(parameter => _arguments.Remove(parameter));
        }
    }

    /// <summary>The expression that a method returns, where it returns in one place.</summary>
    public static ExpressionSyntax? Returned(SyntaxNode declaration)
    {
        var (arrow, block) = declaration switch
        {
            MethodDeclarationSyntax method => (method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax function => (function.ExpressionBody, function.Body),
            _ => (null, null),
        };
        if (arrow is not null)
        {
            return arrow.Expression;
        }

        var returns = block?.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<ReturnStatementSyntax>().Take(2).ToList();
        return returns is [{ Expression: { } expression } single] && ReferenceEquals(single.Parent, block) ? expression : null;
    }

    private DataNode ReadElsewhere(ExpressionSyntax? expression, IOperation use)
    {
        if (expression is null)
        {
            return Unknown(use);
        }

        if (ReferenceEquals(expression.SyntaxTree, file.Tree))
        {
            // A word is told where it is used, an object where it is made.
            return file.Model.GetOperation(expression, file.CancellationToken) is not { } near ? Unknown(use)
                : Read(near) is var value && Target(value) is DataScalar scalar ? new DataAlias(CodeFile.RangeOf(use.Syntax), scalar) : value;
        }

        // An editor refers to other projects by their source, which belongs to a compilation of its own.
        if (!file.Model.Compilation.ContainsSyntaxTree(expression.SyntaxTree))
        {
            return Unknown(use);
        }

#pragma warning disable RS1030 // A constant or a builder of another file is read rarely, and only where a descriptor uses it.
        var model = file.Model.Compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
        // Its places are those of another file; the descriptor's is where it is used.
        return model.GetOperation(expression, file.CancellationToken) is { } far ? new DataAlias(CodeFile.RangeOf(use.Syntax), Target(Read(far))) : Unknown(use);
    }

    /// <summary>The node itself, also behind an alias.</summary>
    public static DataNode Target(DataNode node) => node is DataAlias alias ? alias.Target : node;
}
