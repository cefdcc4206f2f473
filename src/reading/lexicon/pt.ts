import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const PT: Words = {
  introduces: phrases(
    'apresento; apresento-te; apresento-lhe; apresento-vos; apresentar; apresentar-te; apresentar-lhe; te apresento; lhe apresento; quero apresentar; apresentação; colocar em contato; colocar em contacto; coloco em; pôr em contacto; ponho em contacto; pôr-vos em; ponho-vos em; conectar; conecto; conhecer o; conhecer a; conheça; passo o contato; passo o contacto; te passo; recomendo; recomendação; indicação; indico; deviam falar; deveriam conversar; introdução; intro',
  ),
  handsOver: phrases(
    'em cópia; em cc; (cc); copiado; copiada; deixo-vos; deixo vocês; deixo com; fica convosco; fica com vocês; em boas mãos; retiro-me; saio da; aguarda; está à espera; liga-lhe; ligue para; liga para; fala com; fale com; contacta; contacte; contate; o telemóvel; o celular; pessoa certa; como combinado; como prometido; um cliente meu; um cliente nosso; um dos meus clientes; um amigo; está a par; já sabe; meu contato; meu contacto',
  ),
  contacts: phrases(
    `liga-lhe; ligar-lhe; ligue para; ligar para; escreve-lhe; escreva-lhe; escrever-lhe; contacta-~; contactá-~; entre em contato; entrar em contato; entra em contacto; fala com (ele|ela); fale com (ele|ela); o (número|telemóvel|celular|email) (dele|dela); propõe-lhe; envia-lhe; espera a tua`,
  ),
  offers: phrases(
    'posso apresentar; posso te apresentar; posso apresentar-te; quer que eu apresente; queres que apresente; posso fazer a ponte; posso fazer a apresentação',
  ),
  wants: phrases(
    'procura; procuram; está à procura; estão à procura; está procurando; precisa; precisam; quer; querem; gostaria; gostariam; tem interesse; interessado; interessada; perguntou-me; me perguntou; me pediu; pediu-me; tem um projeto; substituir',
  ),
  whyNow: phrases(
    'prazo; data limite; até; até ao; até o; antes do; antes da; antes de; o mais tardar; vence; vencem; renovação; fim do contrato; contrato termina; auditoria; inspeção; regulador; obrigação; obrigatório; entra em vigor; o conselho; a administração; época; safra; fecho; exercício; fim do ano; abertura; abre; abrem; lançamento; arranca; urgente; urgência; a partir de; termina em; acaba em; auditoria',
  ),
  credibility: phrases(
    'trabalhamos com; trabalho com; trabalhei; trabalhámos; trabalhamos; acompanhamos; acompanho; somos o; somos os; desde #; há * anos; confia em; confiam em; nosso cliente; cliente nosso; cliente antigo; conheço; conhecemos; ex-colega; fizemos; montámos; montamos; implementámos; implementamos; contabilista; contador',
  ),
  problem: phrases(
    'problema; problemas; dificuldade; dificuldades; falha; falhas; falham; avaria; atraso; atrasos; atrasado; erro; erros; perdido; perdem; perde; perda; perdas; falta; faltam; à mão; manual; manualmente; papel; em papel; folha de cálculo; planilha; planilhas; excel; duplicado; ninguém; não sabem; não conseguem; não consegue; não funciona; não bate; não batem; queixas; reclamações; multa; multas; rejeitado; obsoleto; gargalo; horas extra; caos; ainda são; em papel',
  ),
  expectsNext: phrases(
    'quer; querem; gostaria; gostariam; prefere; preferem; espera; esperam; pede; pedem; pediu; nada de; sem apresentação; sem demo; não quer; uma demo; uma visita; um piloto; uma proposta; um orçamento; presencial; por escrito; primeiro; antes de assinar; próximo passo',
  ),
  budget: phrases(
    'orçamento; verba; aprovado; aprovada; assina; pagam; pagou; custa; custo; custos; poupança; poupar; economia; valor; faturação; faturamento; investimento',
  ),
  size: phrases(
    'pessoas; funcionários; colaboradores; utilizadores; usuários; licenças; lojas; filiais; unidades; fábricas; armazéns; camiões; caminhões; veículos; navios; hotéis; quartos; camas; leitos; clientes; pacientes; alunos; restaurantes; encomendas; pedidos; faturas; contratos; máquinas; servidores; hectares; países; clínicas; hospitais; escolas',
  ),
  competitor: phrases(
    'falam também; também falam; em conversas com; concorrente; concorrentes; concorrência; proposta da; proposta do; orçamento da; orçamento do; concurso; licitação; alternativa; a comparar; comparando; já viram; usam; atualmente com; outro fornecedor; fornecedor atual',
  ),
  ask: phrases(
    'por favor; podes; pode; poderia; podias; podem; poderiam; consegues; consegue; liga-lhe; ligue; liga; envia-lhe; envia-me; envie; manda-me; mande; diz-me; me diga; diga-me; avisa-me; me avise; mantém-me; mantenha-me; peço-te; peço-lhe; peço que; agradeço que; agradecia; marca; marque; propõe; proponha; contacta; contacte; contate',
  ),
  dont: phrases(
    'não lhe; não ligue; não ligues; não peças; não peça; não pergunte; não é preciso; não precisa; evita; evite; nunca; ainda não; escusas',
  ),
  promise: phrases(
    'envio; envio-te; envio-lhe; eu envio; te envio; te mando; mando-te; enviarei; enviaremos; vou enviar; vou; vamos; ligo; ligo-te; ligarei; farei; faremos; estarei; estaremos; preparo; prepararei; confirmo; confirmarei; trato disso; tratamos; fico de; terás; terá; levo; levarei; acompanho',
  ),
  resell: phrases(
    'faturamos nós; nós faturamos; através de nós; via nós; por nós; revenda; revendemos; revendedor; preço de parceiro; preço de canal; preço de revenda; margem; contrato connosco; contrato conosco; desconto de parceiro',
  ),
  coSell: phrases(
    'juntos; em conjunto; conjuntamente; nós fazemos; fazemos a integração; fazemos a implementação; tratamos da; ficamos; fico; continuamos; estarei na; estaremos na; nossa equipa; nossa equipe; acompanho',
  ),
  referral: phrases(
    'deixo-vos; deixo vocês; deixo com; retiro-me; saio; sem mim; não precisam de mim; não é a nossa área; não é o nosso; não fazemos; comissão; o resto é; fica convosco',
  ),
  thanks: phrases(
    'obrigado; obrigada; muito obrigado; muito obrigada; agradeço; agradecemos; grato; grata; valeu',
  ),
  scheduling: phrases(
    'reunião; agenda; calendário; convite; dá-me jeito; funciona para mim; para mim está bem; disponível; disponibilidade; remarcar; adiar; mudar a; às #; até terça; até segunda; até quarta; até quinta; até sexta; até amanhã; vemo-nos; aceite; recusado; confirmo; confirmada; link do teams; link do zoom',
  ),
  coldPitch: phrases(
    'ajudamos empresas; ajudamos; vi que; reparei; notei que; empresas como; 15 minutos; 20 minutos; 30 minutos; breve conversa; conversa rápida; nossa solução; nossa plataforma; grátis; gratuito; gratuita; sem compromisso; leads; reuniões qualificadas; aumentar; reduzir; demo; tem interesse; garantido; garantidos; novos clientes',
  ),
  invoice: phrases(
    'fatura; faturas; número da fatura; valor a pagar; vencimento da fatura; pagamento; transferência; iban; iva; recibo; boleto; nota fiscal; saldo; em anexo a fatura; dados bancários',
  ),
  newsletter: phrases(
    'cancelar subscrição; cancelar inscrição; descadastrar; remover; newsletter; ver no navegador; webinar; inscreva-se; registe-se; saiba mais; leia mais; recebe este; você recebe; oferta especial; promoção; novidades',
  ),
  absence: phrases(
    'ausente; ausência; resposta automática; fora do escritório; de férias; férias; licença; regresso a; regresso no; volto a; volto no; retorno em; acesso limitado; em caso de urgência; para urgências; assuntos urgentes; na minha ausência; já não trabalha',
  ),
  bounce: phrases(
    'não foi entregue; não pôde ser entregue; falha na entrega; devolvida; endereço não encontrado; caixa cheia; destinatário desconhecido',
  ),
  spam: phrases(
    'ganhou; vencedor; loteria; lotaria; herança; empréstimo; bitcoin; cripto; conta suspensa; senha; clique aqui; verifique a sua conta; cassino; casino; dinheiro fácil',
  ),
  question: phrases(
    'têm; vocês têm; tem alguma; suportam; oferecem; quanto; quantos; qual é; quais; como; quem; é possível; pergunta; uma pergunta; dúvida; uma dúvida; sabe se; sabes se; quando',
  ),
  firstPerson: phrases(
    `nós; nosso; nossa; eu; meu; minha; me; trabalhamos; somos; acompanhamos; fazemos; temos`,
  ),
  thirdPerson: phrases(`ela; ele; eles; elas; seu; sua; deles; têm; tem; querem; perdem`),
};
